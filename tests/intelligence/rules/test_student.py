"""Student's t by hand, beside scipy's."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as some
from scipy import special

from carnet.intelligence.rules import student

FREEDOM = some.floats(0.6, 400)


@given(freedom=FREEDOM, at=some.floats(-60, 60))
def test_the_share_below_a_point(freedom, at):
    assert np.isclose(
        student.below(np.array([freedom]), np.array([at]))[0], special.stdtr(freedom, at), rtol=1e-8, atol=1e-14
    )


@given(freedom=FREEDOM, share=some.floats(1e-6, 1 - 1e-6))
def test_the_point_of_a_share(freedom, share):
    assert np.isclose(
        student.point(np.array([freedom]), np.array([share]))[0], special.stdtrit(freedom, share), rtol=1e-5, atol=1e-7
    )


@given(a=some.floats(0.5, 300), b=some.floats(0.5, 300), share=some.floats(0.01, 0.99))
def test_how_much_of_a_beta_lies_below(a, b, share):
    assert np.isclose(
        student.beta(np.array([a]), np.array([b]), share)[0], special.betainc(a, b, share), rtol=1e-7, atol=1e-13
    )


def test_of_many_at_once_the_same():
    freedom, at = np.linspace(1, 50, 2000), np.linspace(-5, 5, 2000)
    few = np.concatenate([student.below(freedom[n : n + 8], at[n : n + 8]) for n in range(0, 2000, 8)])
    assert np.allclose(student.below(freedom, at), few, rtol=1e-9)

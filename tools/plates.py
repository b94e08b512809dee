"""Draws carnet/web/static/plates.svg: the pieces of the house, computed, in a box of 120 and three weights of line.

python -m tools.plates [--check]. What is filled takes its fill from the page (`.plate svg`), everything else has none.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from math import cos, hypot, pi, radians, sin
from pathlib import Path

SPRITE = Path(__file__).resolve().parents[1] / "carnet" / "web" / "static" / "plates.svg"

Point = tuple[float, float]

LINE = 'fill="none"'
SOLID = ""
FINE = 'fill="none" stroke-width=".5" stroke-opacity=".75"'
HAIR = 'fill="none" stroke-width=".32" stroke-opacity=".7"'
CHAIN = 'fill="none" stroke-width="1" stroke-dasharray=".1 1.9"'


def n(value: float) -> str:
    """One decimal, and no more ink than that needs."""
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def at(point: Point) -> str:
    """A point as a path writes it."""
    return f"{n(point[0])} {n(point[1])}"


def polar(centre: Point, radius: float, degrees: float) -> Point:
    """Where that angle meets that circle; clockwise, from three o'clock."""
    return centre[0] + radius * cos(radians(degrees)), centre[1] + radius * sin(radians(degrees))


def through(points: Sequence[Point]) -> str:
    """A smooth line through all the points (Catmull-Rom, written as cubics)."""
    padded = [points[0], *points, points[-1]]
    path = f"M{at(points[0])}"
    for before, start, end, after in zip(padded, padded[1:], padded[2:], padded[3:], strict=False):
        one = (start[0] + (end[0] - before[0]) / 6, start[1] + (end[1] - before[1]) / 6)
        two = (end[0] - (after[0] - start[0]) / 6, end[1] - (after[1] - start[1]) / 6)
        path += f"C{at(one)} {at(two)} {at(end)}"
    return path


def lines(pairs: Iterable[tuple[Point, Point]]) -> str:
    """Straight lines, each from here to there."""
    return "".join(f"M{at(start)}L{at(end)}" for start, end in pairs)


def brilliant() -> tuple[str, str]:
    """A round brilliant seen from above, in a circle of one: its table, and its star, kite and girdle facets."""
    table = [polar((0, 0), 0.533, 22.5 + 45 * turn) for turn in range(8)]
    facets = ""
    for turn in range(8):
        kite, girdle = polar((0, 0), 0.738, 45 * turn), polar((0, 0), 1, 45 * turn)
        left, right = polar((0, 0), 1, 45 * turn - 22.5), polar((0, 0), 1, 45 * turn + 22.5)
        star = (table[turn - 1], kite, table[turn])
        for run in (star, (left, kite, right), (kite, girdle)):
            facets += "M" + "L".join(f"{x:.2f} {y:.2f}" for x, y in run)
    return "M" + "L".join(f"{x:.2f} {y:.2f}" for x, y in table) + "Z", facets


TABLE, FACETS = brilliant()


class Plate:
    """One drawing: strokes in the order they are laid down, those of one kind gathered."""

    def __init__(self) -> None:
        """An empty sheet."""
        self.runs: list[tuple[str, list[str]]] = []

    def lay(self, kind: str, *marks: str) -> None:
        """Adds marks: path data, or a whole element."""
        if not self.runs or self.runs[-1][0] != kind:
            self.runs.append((kind, []))
        self.runs[-1][1].extend(marks)

    def circle(self, kind: str, centre: Point, radius: float) -> None:
        """A circle."""
        self.lay(kind, f'<circle cx="{n(centre[0])}" cy="{n(centre[1])}" r="{radius:.4g}"/>')

    def stone(self, centre: Point, radius: float, *, edge: str = FINE, least: float = 3) -> None:
        """A brilliant, its facets drawn only where they can be seen."""
        self.circle(edge, centre, radius)
        if radius >= least:
            place = f'transform="translate({at(centre)})scale({radius:.4g})"'
            weight = (0.5 if radius > 6 else 0.32) / radius  # noqa: PLR2004  # the two stones one looks at first
            self.lay(HAIR, f'<path {place} stroke-width="{weight:.3f}" d="{TABLE}{FACETS}"/>')

    def crescent(self, centre: Point, outer: float, inner: float, horns: float) -> None:
        """Lune: the crescent of the house, open at the top, horns so far apart."""
        right, left = (centre[0] + horns, centre[1]), (centre[0] - horns, centre[1])
        self.lay(SOLID, f"M{at(right)}A{n(outer)} {n(outer)} 0 1 1 {at(left)}A{n(inner)} {n(inner)} 0 1 0 {at(right)}Z")

    def symbol(self, code: str) -> str:
        """The drawing as one symbol of the sprite."""
        body = ""
        for kind, marks in self.runs:
            paths = "".join(mark for mark in marks if not mark.startswith("<"))
            whole = "".join(mark for mark in marks if mark.startswith("<"))
            inside = whole + (f'<path d="{paths}"/>' if paths else "")
            body += f"<g {kind}>{inside}</g>" if kind else inside
        return f'<symbol id="{code}" viewBox="0 0 120 120">{body}</symbol>'


def ring() -> Plate:
    """A solitaire, its stone from the side."""
    plate = Plate()
    for radius in (33, 28.5):
        plate.circle(LINE, (60, 76), radius)
    for step in range(7):
        inner, outer = polar((60, 76), 29.3, 200 + 5 * step), polar((60, 76), 32.2, 203 + 5 * step)
        plate.lay(FINE, lines([(inner, outer), ((120 - inner[0], inner[1]), (120 - outer[0], outer[1]))]))
    plate.lay(SOLID, "M49.4 20.5H70.6L79 28 60 48 41 28Z")
    plate.lay(LINE, "M41 28H79")
    plate.lay(FINE, "M48.2 28 60 48 56.2 28M63.8 28 60 48 71.8 28")
    plate.lay(FINE, "M49.4 20.5 48.2 28 56.6 20.5 56.2 28 60 20.5 63.8 28 63.4 20.5 71.8 28 70.6 20.5")
    plate.lay(LINE, "M43.4 25.4C42 32 49 39 52.5 45.6M76.6 25.4C78 32 71 39 67.5 45.6M51.5 43.8Q60 47.2 68.5 43.8")
    return plate


def pendant() -> Plate:
    """Lune: a crescent of brilliants on a chain, a brilliant in its arms."""
    plate = Plate()
    plate.lay(CHAIN, "M14 5Q33 28 58 36M106 5Q87 28 62 36")
    plate.lay(FINE, "M60 40.2 81.5 60.7M60 40.2 38.5 60.7")
    plate.circle(LINE, (60, 37.6), 2.4)
    plate.crescent((60, 60.7), 27, 22.6, 21.5)
    plate.stone((60, 97.1), 5)
    along = [(10.2, 94.7, 5), (17.9, 88.9, 4.23), (22.2, 82.1, 3.25)]
    along += [(23.9, 76.4, 2.39), (24.3, 71.8, 1.69), (24, 68.5, 1.18)]
    for aside, down, radius in along:
        plate.stone((60 + aside, down), radius)
        plate.stone((60 - aside, down), radius)
    plate.lay(FINE, "M60 40V56.5")
    plate.stone((60, 63.4), 6.9, edge=LINE)
    return plate


def earrings() -> Plate:
    """Lune again, as a pair, with a drop in each."""
    plate = Plate()
    along = [(8.8, 86.4, 4.21), (14.9, 81.1, 3.47), (18, 75.4, 2.58), (19, 70.7, 1.83), (19, 67.2, 1.26)]
    for middle in (33, 87):
        plate.stone((middle, 24), 7.6, edge=LINE)
        plate.lay(FINE, f"M{middle} 31.6V36.4M{middle} 40.3l16.6 19M{middle} 40.3l-16.6 19")
        plate.circle(LINE, (middle, 38.4), 1.9)
        plate.crescent((middle, 59.3), 21.5, 17.6, 16.6)
        plate.stone((middle, 88.7), 4.5)
        for aside, down, radius in along:
            plate.stone((middle + aside, down), radius)
            plate.stone((middle - aside, down), radius)
        plate.lay(FINE, f"M{middle} 40.3V58")
        plate.lay(SOLID, f"M{middle} 58c3 4.6 4.2 7.4 4.2 9.7a4.2 4.2 0 0 1-8.4 0c0-2.3 1.2-5.1 4.2-9.7Z")
    return plate


def watch() -> Plate:
    """Méridien: three hands, small seconds, a strap sewn by hand."""
    plate, middle = Plate(), (60.0, 60.0)
    plate.lay(LINE, "M44 29 46.5 4H73.5L76 29M44 91 46.5 116H73.5L76 91")
    plate.lay(CHAIN, "M48.6 27 50.6 4M71.4 27 69.4 4M48.6 93 50.6 116M71.4 93 69.4 116")
    plate.lay(LINE, "M39.5 34.5C38 31 37.8 27 38.6 23.6L43.6 24.2 46.4 31")
    plate.lay(LINE, "M80.5 34.5C82 31 82.2 27 81.4 23.6L76.4 24.2 73.6 31")
    plate.lay(LINE, "M39.5 85.5C38 89 37.8 93 38.6 96.4L43.6 95.8 46.4 89")
    plate.lay(LINE, "M80.5 85.5C82 89 82.2 93 81.4 96.4L76.4 95.8 73.6 89")
    plate.lay(SOLID, "M92.6 56.5h4.4a1 1 0 0 1 1 1v5a1 1 0 0 1-1 1h-4.4Z")
    plate.lay(FINE, "M95 56.5v7")
    plate.circle(SOLID, middle, 32.6)
    plate.circle(LINE, middle, 29.4)
    plate.circle(FINE, middle, 26.2)
    minutes = [6 * minute for minute in range(60) if minute % 5]
    plate.lay(FINE, lines((polar(middle, 24.6, turn), polar(middle, 25.7, turn)) for turn in minutes))
    hours = [30 * hour for hour in range(12) if hour != 9]  # noqa: PLR2004  # twelve o'clock is drawn double
    plate.lay(LINE, lines((polar(middle, 20.2, turn), polar(middle, 25.2, turn)) for turn in hours))
    plate.lay(LINE, "M58.9 39.8V34.8M61.1 39.8V34.8")
    plate.circle(FINE, (60, 72), 6.6)
    plate.lay(FINE, lines((polar((60, 72), 5.5, 30 * turn), polar((60, 72), 6.4, 30 * turn)) for turn in range(12)))
    plate.lay(FINE, "M60 72 64.2 69.4")
    plate.lay(SOLID, "M61.6 61.1 53.9 56.6 47.2 51.2 54.6 55.5ZM58.4 61.2 67.7 53.7 78 47 68.4 54.6Z")
    plate.lay('fill="currentColor" stroke="none"', '<circle cx="60" cy="60" r="1.3"/>')
    return plate


def bracelet() -> Plate:
    """A rivière: thirty-four stones on an ellipse, larger towards us, and a box clasp."""
    plate, count = Plate(), 34
    places = []
    for step in range(count):
        turn = 2 * pi * (step + 0.5) / count
        places.append((60 + 44 * sin(turn), 56 - 27 * cos(turn), 3.35 - 1.06 * cos(turn)))
    for across, down, radius in sorted(places, key=lambda place: place[2]):
        plate.circle(SOLID, (across, down), radius)
        if radius > 3.1:  # noqa: PLR2004  # those behind are too small to show their facets
            plate.stone((across, down), radius, least=0)
    plate.lay(SOLID, "M55 79.4h10v7.4h-10Z")
    plate.lay(FINE, "M57.5 79.4v7.4M62.5 79.4v7.4")
    return plate


def brooch() -> Plate:
    """A leaf: a rib of brilliants, veins that follow it, a drop of dew at the stem."""
    plate = Plate()

    def rib(t: float) -> Point:
        near, middle, far = (1 - t) ** 2, 2 * t * (1 - t), t * t
        return near * 35 + middle * 42 + far * 88, near * 96 + middle * 52 + far * 14

    def aside(t: float, offset: float) -> Point:
        ahead, here = rib(t + 0.001), rib(t)
        across, down = ahead[0] - here[0], ahead[1] - here[1]
        length = hypot(across, down)
        return here[0] - down / length * offset, here[1] + across / length * offset

    def breadth(t: float) -> float:
        return 21.5 * float(sin(pi * t**0.78) ** 1.12)

    edge = [step / 16 for step in range(17)]
    outline = [aside(t, breadth(t)) for t in edge] + [aside(t, -breadth(t)) for t in reversed(edge[1:-1])] + [rib(0)]
    plate.lay(LINE, "M35 96C32.6 101.6 29.4 105.8 24.8 109.4")
    plate.lay(SOLID, through(outline) + "Z")
    for step in range(1, 11):
        start, end = step / 13, step / 13 + 0.11
        for side in (1, -1):
            bend = aside(start + 0.05, side * breadth(start) * 0.56)
            tip = aside(end, side * breadth(end) * 0.97)
            kind = FINE if step % 2 else HAIR
            plate.lay(kind, f"M{at(rib(start))}Q{at(bend)} {at(tip)}")
    for step in range(9):
        t = 0.1 + step * 0.098
        radius = 1.5 + 1.9 * sin(pi * min(t + 0.06, 1)) ** 1.2
        plate.circle(SOLID, rib(t), radius)
        plate.stone(rib(t), radius, least=2.6)
    plate.circle(SOLID, (35, 96), 5.4)
    plate.stone((35, 96), 5.4, edge=LINE)
    return plate


def bag() -> Plate:
    """A top-handle bag, sewn, with a round clasp."""
    plate = Plate()
    plate.lay(LINE, "M41 53C41 31 48 20.5 60 20.5S79 31 79 53M45 53C45 34 50.5 24.5 60 24.5S75 34 75 53")
    plate.lay(HAIR, "M41.5 44.5 45.3 45.3M42.4 38 46 39.5M78.5 44.5 74.7 45.3M77.6 38 74 39.5")
    plate.lay(SOLID, "M27 52H93L101 96.5Q101.8 102 96 102H24Q18.2 102 19 96.5Z")
    plate.lay(FINE, "M32.5 52 26 102M87.5 52 94 102")
    plate.lay(HAIR, "M29.7 56 25.2 92M31 60 27.4 90M90.3 56 94.8 92M89 60 92.6 90")
    plate.lay(CHAIN, "M29 99H91M34.8 74 31.5 97M85.2 74 88.5 97")
    plate.lay(SOLID, "M26.4 49.5H93.6V55Q92.6 68 82 73.5 71 78 60 78T38 73.5Q27.4 68 26.4 55Z")
    plate.lay(CHAIN, "M29 52.5V55Q30 66.3 39.2 71 49.5 75.3 60 75.3T80.8 71Q90 66.3 91 55V52.5")
    for middle in (43, 77):
        plate.lay(SOLID, f"M{middle - 3.6} 49.5h7.2v8.4q-3.6 3-7.2 0Z")
        plate.circle(LINE, (middle, 53), 1.5)
    plate.circle(SOLID, (60, 78), 7)
    plate.circle(LINE, (60, 78), 5.2)
    plate.lay(SOLID, "M58.6 74.8h2.8v6.4h-2.8Z")
    plate.lay(LINE, "M28 102v1.8q2.5 1.6 5 0V102M87 102v1.8q2.5 1.6 5 0V102")
    return plate


def flacon() -> Plate:
    """A scent bottle of cut glass, its stopper faceted."""
    plate = Plate()
    plate.lay(SOLID, "M49 10.5H71L78.5 19.5 69.5 35.5H50.5L41.5 19.5Z")
    plate.lay(FINE, "M41.5 19.5H78.5M49 10.5 51.6 19.5 56.2 10.5 60 19.5 63.8 10.5 68.4 19.5 71 10.5")
    plate.lay(FINE, "M51.6 19.5 50.5 35.5M51.6 19.5 60 35.5 68.4 19.5M68.4 19.5 69.5 35.5M60 19.5V35.5")
    plate.lay(SOLID, "M52 37.5H68V45.5H52Z")
    plate.lay(HAIR, lines(((54 + 1.5 * step, 37.5), (54 + 1.5 * step, 45.5)) for step in range(9)))
    plate.lay(FINE, "M52 39.5H68M52 43.5H68")
    plate.lay(SOLID, "M53 47.5H67L69.5 52H86L92 59V106L86 111H34L28 106V59L34 52H50.5Z")
    plate.lay(LINE, "M50.5 52H69.5")
    plate.lay(FINE, "M34 52 39.5 60.5V102.5L34 111M86 52 80.5 60.5V102.5L86 111")
    plate.lay(FINE, "M28 59 39.5 60.5H80.5L92 59M28 106 39.5 102.5H80.5L92 106")
    plate.lay(FINE, "M39.5 69Q60 71.4 80.5 69")
    plate.lay(HAIR, lines(((30 + 1.7 * step, 63), (30 + 1.7 * step, 102 - step)) for step in range(4)))
    plate.lay(HAIR, lines(((90 - 1.7 * step, 63), (90 - 1.7 * step, 102 - step)) for step in range(4)))
    plate.lay(SOLID, "M50.5 78H69.5V95H50.5Z")
    plate.lay(HAIR, "M52 79.5H68V93.5H52Z")
    plate.lay(FINE, "M55.5 84.5H64.5M57.5 88H62.5")
    return plate


def cloth() -> Plate:
    """A square of silk, rolled hem, one corner turned back."""
    plate, heart = Plate(), (56.5, 63.5)
    plate.lay(SOLID, "M17 17H77L103 43V103H17Z")
    plate.lay(FINE, "M20 20H77.2M100 42.8V100H20V20")
    plate.lay(CHAIN, "M18.5 18.5H77M101.5 43V101.5H18.5V18.5")
    plate.lay(FINE, "M27 27H77M93 43V93H27V27M29.5 29.5H77M90.5 43V90.5H29.5V29.5")
    petals = [polar(heart, 12.6, 15 * turn) for turn in range(24)]
    for petal in petals:
        plate.circle(HAIR, petal, 10.6)
    plate.circle(FINE, heart, 24.2)
    plate.lay(CHAIN, f"M{at((heart[0] + 25.8, heart[1]))}a25.8 25.8 0 1 1-51.6 0a25.8 25.8 0 1 1 51.6 0")
    for corner in ((34.5, 34.5), (85.5, 85.5), (34.5, 85.5)):
        plate.lay(HAIR, lines((polar(corner, 1, 45 * turn), polar(corner, 3.4, 45 * turn)) for turn in range(8)))
    plate.lay(SOLID, "M77 17 103 43H77Z")
    plate.lay(FINE, "M80 24.2V40H95.8")
    plate.lay(HAIR, lines(((80, 27 + 2.2 * step), (80 + 13 - 2.2 * step, 40)) for step in range(6)))
    return plate


def thing() -> Plate:
    """An object: a fluted vase, turned from its profile."""
    plate = Plate()
    profile: list[Point] = [(15, 22), (9.5, 27), (8, 33), (11, 40), (20, 48), (26.5, 58)]
    profile += [(27.5, 68), (23.5, 80), (17, 90), (12.5, 97), (12, 101)]
    right = [(60 + wide, down) for wide, down in profile]
    left = [(120 - across, down) for across, down in reversed(right)]
    plate.lay(SOLID, through(right) + "L" + through(left)[1:] + "Z")
    for turn in (12, 30, 47, 62, 75):
        for side in (1, -1):
            flute = [(60 + side * wide * sin(radians(turn)), down) for wide, down in profile[3:]]
            plate.lay(HAIR if turn > 60 else FINE, through(flute))  # noqa: PLR2004  # lines crowd towards the edge
    plate.lay(SOLID, '<ellipse cx="60" cy="22" rx="15" ry="3.4"/>')
    plate.lay(FINE, '<ellipse cx="60" cy="22.3" rx="12" ry="2.3"/>')
    plate.lay(LINE, "M49 40Q60 44 71 40M48.2 42.4Q60 46.8 71.8 42.4M52 33Q60 35.6 68 33")
    plate.lay(SOLID, "M46.5 101.5Q60 105 73.5 101.5L76.5 107.5Q60 112.5 43.5 107.5Z")
    plate.lay(FINE, "M45.5 104Q60 108 74.5 104")
    return plate


def piece() -> Plate:
    """Not known, or not yet drawn: its case, closed."""
    plate = Plate()
    plate.lay(SOLID, "M31 38H89L101 55H19Z")
    plate.lay(CHAIN, "M33.6 41H86.4L95 52.4H25Z")
    plate.lay(SOLID, "M19 55H101V68.5H19ZM19 70.5H101V95Q101 98 98 98H22Q19 98 19 95Z")
    plate.lay(FINE, "M22 58H98V66H22M22 58V66M22 73H98V95H22Z")
    plate.lay(HAIR, lines(((24 + 2.4 * step, 95), (22 + 0.0 * step, 95 - 2.4 * (step + 0.8))) for step in range(8)))
    plate.circle(SOLID, (60, 69.5), 4)
    plate.circle(FINE, (60, 69.5), 2.6)
    return plate


DRAWINGS: dict[str, Callable[[], Plate]] = {
    "ring": ring,
    "pendant": pendant,
    "earrings": earrings,
    "watch": watch,
    "bracelet": bracelet,
    "brooch": brooch,
    "bag": bag,
    "flacon": flacon,
    "cloth": cloth,
    "object": thing,
    "piece": piece,
}


def sprite() -> str:
    """The whole sheet."""
    symbols = "\n".join(draw().symbol(code) for code, draw in DRAWINGS.items())
    return f'<svg xmlns="http://www.w3.org/2000/svg">\n{symbols}\n</svg>\n'


def main() -> int:
    """Writes the sheet, or says whether the committed one is current."""
    drawn = sprite()
    if "--check" in sys.argv:
        if SPRITE.exists() and SPRITE.read_text() == drawn:
            return 0
        print("plates.svg is older than its drawings: run python -m tools.plates.")
        return 1
    SPRITE.write_text(drawn)
    return 0


if __name__ == "__main__":
    sys.exit(main())

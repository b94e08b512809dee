"""Reading any export: its bytes become a header, rows and typed values, or one sentence saying what is wrong.

Nothing here knows the database. `opening` gives the rows of a file as text, `recognising` says which column is which
field, `detection` settles how numbers and dates are written, `values` turns cells into values.
"""

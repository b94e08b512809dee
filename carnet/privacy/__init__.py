"""The person's rights over everything the house holds: her copy of it, and its end. Acts: erasing.

It has no table. Each room says in its `personal_data.py` what it holds; the list of those who were forgotten stands beside
the database, so that no backup brings them back.
"""

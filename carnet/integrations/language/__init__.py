"""A language model that the host names: it writes a draft when `outreach` asks, and can do nothing else.

It holds no table. With nothing configured it is not there, and no package of it is read.
"""

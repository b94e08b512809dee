"""Situations in words, with what a good boutique would do, told by the house's own acts."""

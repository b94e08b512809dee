"""A photograph made small by a process of its own, which may end badly without us."""

"""What the judgement reads, and the day it makes."""

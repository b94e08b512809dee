"""Leave your details: a code on the advisor's screen, one page on the client's own telephone (ruling 11)."""

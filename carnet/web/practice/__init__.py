"""Practice: a client who exists nowhere, on the real screens, with the real acts, all of it taken back at once (X-10)."""

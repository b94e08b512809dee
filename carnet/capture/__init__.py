"""What is kept on the floor: on a phone, by voice, with or without a signal, until it is in the house's records.

Nouns: device, envelope, deposit, recording, proposal, picture. Acts: enrolling, depositing, typing_up, proposing, picturing.
"""

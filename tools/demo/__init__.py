"""The demo house: the invented cast, two boutiques, three believable years, made by the house's own acts."""

"""What every room needs and no boutique has a word for: ids, moments, money, contact points, acts, rows."""

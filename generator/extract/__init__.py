"""From an article to its claims, names and ledger: quantities, periods, subjects, labels, names, one layer on the other."""

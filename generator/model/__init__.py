"""What the rooms hand to one another, frozen dataclasses, and the spellings that they share: ids, periods, numerals."""

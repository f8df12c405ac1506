"""What the rooms hand to one another: frozen dataclasses and nothing that acts."""

"""How likely a line goes on in the next: signs, weights and phrase edges."""

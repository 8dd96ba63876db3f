"""Rule pages read strictly, packed, chosen."""

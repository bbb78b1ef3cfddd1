"""Crisis help: screening of every text, helplines by country, and the cards that show them."""

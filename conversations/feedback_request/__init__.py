"""Messages to employers and contacts: composed from building blocks, checked by rule, revised, never sent."""

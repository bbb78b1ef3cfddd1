### What Telegram shows about the bot before a chat begins.

# In the empty chat; at most 512 characters.
menu-description = Turned down for a job? Rebound helps you through the next hours and the way on: short questions, a clearer head, one small step at a time. A self-help program, not therapy and not for emergencies, for adults.
# On the bot's profile; at most 120 characters.
menu-short = Short guided conversations after a job rejection. Self-help for adults, not for emergencies.

### Discrimination or harassment was named: the person is believed, nothing is explained away, no trap is named, and no legal
### advice is given. Only where people can be asked.

advisers-believed = That should not happen to anyone, and I won't look for a thinking trap in it. If you want advice, these people know the rules:
advisers-line = <b>{ $name }</b>: { $url }
advisers-elsewhere = A union or a local legal-advice centre can tell you what is possible. Time limits can be short, so asking early helps.

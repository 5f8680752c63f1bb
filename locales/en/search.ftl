# Search.
search-title = Search
search-label = People, cases and notes
search-hint = A name, a phone number, words of a note, or a reference like 7K4-M2Q
search-exact = Exactly this
search-notes = Notes
search-nobody = Nothing found for “{ $query }”
search-nobody-text = We also looked for names that sound alike. Try a phone number, an old address or a case number.
search-start-intake = Start an intake
search-number-warning = That looks like a number an agency gave. It was looked up exactly, and it is not kept in the search.
search-restricted = This case is restricted. Open it to ask for access.
search-person-unknown = Person not known yet

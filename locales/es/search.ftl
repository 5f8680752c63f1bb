# Búsqueda.
search-title = Buscar
search-label = Personas, casos y notas
search-hint = Un nombre, un teléfono, palabras de una nota o una referencia como 7K4-M2Q
search-exact = Exactamente esto
search-notes = Notas
search-nobody = Nada encontrado para “{ $query }”
search-nobody-text = También buscamos nombres que suenan parecido. Pruebe con un teléfono, una dirección antigua o una referencia de caso.
search-start-intake = Empezar una solicitud
search-number-warning = Eso parece un número dado por una agencia. Se buscó tal cual y no se guarda en la búsqueda.
search-restricted = Este caso está restringido. Ábralo para pedir acceso.
search-person-unknown = Persona aún no conocida

# arrivals

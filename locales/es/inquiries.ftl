# inquiries

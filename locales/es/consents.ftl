# consents

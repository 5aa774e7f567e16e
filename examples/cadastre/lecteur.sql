-- The member's user: it may read the views, and nothing else. Give it a password of your own.

CREATE USER IF NOT EXISTS 'lecteur'@'%' IDENTIFIED BY 'lecteur';

GRANT SELECT ON publication.* TO 'lecteur'@'%';

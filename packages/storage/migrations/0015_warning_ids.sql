-- Customers see the ids. The earlier ones had the number of the message in the room, which counts notes.
UPDATE `messages` SET `client_message_id` = 'auto-close-warning-' || `customer_seq` WHERE `sender_role` = 'system' AND `sender_id` = 'auto-close' AND `customer_seq` IS NOT NULL;

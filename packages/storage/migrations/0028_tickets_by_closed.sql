-- An index takes some time for many tickets. Each migration is one batch, so that other writers wait for few of them.
CREATE INDEX `tickets_closed` ON `tickets` (`closed_at`,`id`) WHERE "tickets"."closed_at" is not null;

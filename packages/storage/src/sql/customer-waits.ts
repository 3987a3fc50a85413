/** Whether the customer of the ticket waits for a reply. The condition of the index `tickets_customer_waits`. */
export const customerWaits = (ticket: string): string =>
  `${ticket}.customer_waits_since is not null and ${ticket}.room_closed_at is null`;

/** Whether the present settings have placed all open tickets. Until then, no rule assigns a ticket. */
export const allArePlaced = '(select placing_after from settings) is null';

/** Whether the present settings have placed all open tickets. Until then, no rule assigns a ticket. */
export const allArePlaced = '(select placing_after from settings) is null';

/** Whether the deadlines of all open tickets were moved by the last gap. Until then, no rule acts on a deadline. */
export const allAreMoved = '(select moving_after from service) is null';

/** Whether messages wait to be indexed. Until the sweep has done it, a search does not find them. */
export const isIndexing = 'exists (select 1 from search_backlog)';

/** Whether this command has written the settings. */
export const wroteSettings = 'exists (select 1 from settings where change_id = :changeId)';

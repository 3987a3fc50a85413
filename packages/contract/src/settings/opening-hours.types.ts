// Generated from opening-hours.ts. To change it, change the schemas and run `pnpm --filter @chat-ticket/codegen generate`.

/** A period of a day, in the queue’s local time. */
export type OpenPeriod = {
  /**
   * When the period begins, as HH:MM.
   * @example '09:00'
   */
  from: string;
  /**
   * When the period ends, as HH:MM up to 24:00. It must be later than `from`.
   * @example '18:00'
   */
  to: string;
};

/** The opening hours of a queue. */
export type OpeningHours = {
  /**
   * The queue’s time zone, by its name in the IANA database. Up to 64 characters.
   * @example 'Asia/Singapore'
   */
  timeZone: string;
  /** The open periods of each day of the week. A day that is left out is closed. */
  weekly: {
    /**
     * The open periods of Monday, up to 8. Left out: closed all day.
     * @default []
     */
    mon: OpenPeriod[];
    /**
     * The open periods of Tuesday, up to 8. Left out: closed all day.
     * @default []
     */
    tue: OpenPeriod[];
    /**
     * The open periods of Wednesday, up to 8. Left out: closed all day.
     * @default []
     */
    wed: OpenPeriod[];
    /**
     * The open periods of Thursday, up to 8. Left out: closed all day.
     * @default []
     */
    thu: OpenPeriod[];
    /**
     * The open periods of Friday, up to 8. Left out: closed all day.
     * @default []
     */
    fri: OpenPeriod[];
    /**
     * The open periods of Saturday, up to 8. Left out: closed all day.
     * @default []
     */
    sat: OpenPeriod[];
    /**
     * The open periods of Sunday, up to 8. Left out: closed all day.
     * @default []
     */
    sun: OpenPeriod[];
  };
  /**
   * The local dates on which the queue is closed, as YYYY-MM-DD, up to 400.
   * @default []
   * @example ['2026-12-25']
   */
  holidays: string[];
};

/** The opening hours of a queue. This is what a caller sends: fields with a default may be left out. */
export type OpeningHoursInput = {
  /**
   * The queue’s time zone, by its name in the IANA database. Up to 64 characters.
   * @example 'Asia/Singapore'
   */
  timeZone: string;
  /** The open periods of each day of the week. A day that is left out is closed. */
  weekly: {
    /**
     * The open periods of Monday, up to 8. Left out: closed all day.
     * @default []
     */
    mon?: OpenPeriod[] | undefined;
    /**
     * The open periods of Tuesday, up to 8. Left out: closed all day.
     * @default []
     */
    tue?: OpenPeriod[] | undefined;
    /**
     * The open periods of Wednesday, up to 8. Left out: closed all day.
     * @default []
     */
    wed?: OpenPeriod[] | undefined;
    /**
     * The open periods of Thursday, up to 8. Left out: closed all day.
     * @default []
     */
    thu?: OpenPeriod[] | undefined;
    /**
     * The open periods of Friday, up to 8. Left out: closed all day.
     * @default []
     */
    fri?: OpenPeriod[] | undefined;
    /**
     * The open periods of Saturday, up to 8. Left out: closed all day.
     * @default []
     */
    sat?: OpenPeriod[] | undefined;
    /**
     * The open periods of Sunday, up to 8. Left out: closed all day.
     * @default []
     */
    sun?: OpenPeriod[] | undefined;
  };
  /**
   * The local dates on which the queue is closed, as YYYY-MM-DD, up to 400.
   * @default []
   * @example ['2026-12-25']
   */
  holidays?: string[] | undefined;
};

type DemoChat = {
  entityId: string;
  language: string;
  ccr: string;
  orderId: string;
  customer: readonly [id: string, firstName: string, lastName: string];
  subject: string;
  /** What the customer has written so far. */
  messages: readonly string[];
  /** What the agent has done. Default: the agent has not picked the chat. */
  progress?: 'picked' | 'wrap-up';
};

/** The 12 chats of a food-delivery desk, in their order of intake. The first eight are assigned to agents. */
export const demoChats: readonly DemoChat[] = [
  {
    entityId: 'FP_SG',
    language: 'eng',
    ccr: 'delivery - wrong address',
    orderId: 's4rq-7kd2',
    customer: ['sg-20417', 'Hugo', 'Dan'],
    subject: 'the rider went to the wrong address',
    messages: ['My rider is at block 12, I am at block 21.', 'Can you tell him to come over?'],
    progress: 'picked',
  },
  {
    entityId: 'FP_TW',
    language: 'zho',
    ccr: 'order - missing item',
    orderId: 't2mb-93xa',
    customer: ['tw-88120', 'Yi-Ting', 'Lin'],
    subject: 'one rice is missing',
    messages: ['餐點少了一份白飯', '可以退款嗎？'],
    progress: 'wrap-up',
  },
  {
    entityId: 'FP_TH',
    language: 'tha',
    ccr: 'delivery - late',
    orderId: 'h8wc-5pn1',
    customer: ['th-31552', 'Kanya', 'Thongdee'],
    subject: 'no food after fifty minutes',
    messages: ['รออาหารมา 50 นาทีแล้วค่ะ'],
    progress: 'picked',
  },
  {
    entityId: 'FP_SG',
    language: 'eng',
    ccr: 'payment - charged twice',
    orderId: 's4rq-8m0z',
    customer: ['sg-20933', 'Priya', 'Nair'],
    subject: 'charged twice for one order',
    messages: ['I see two charges of $34.20 on my card.', 'I only ordered once.'],
    progress: 'picked',
  },
  {
    entityId: 'FP_TW',
    language: 'zho',
    ccr: 'delivery - late',
    orderId: 't2mb-94qe',
    customer: ['tw-88204', 'Chia-Hao', 'Wu'],
    subject: 'the rider does not move on the map',
    messages: ['外送員一直停在同一個地方'],
  },
  {
    entityId: 'FP_TH',
    language: 'tha',
    ccr: 'order - wrong item',
    orderId: 'h8wc-61ty',
    customer: ['th-31590', 'Somsak', 'Jaidee'],
    subject: 'got pad thai, ordered papaya salad',
    messages: ['สั่งส้มตำ แต่ได้ผัดไทยครับ'],
  },
  {
    entityId: 'FP_SG',
    language: 'eng',
    ccr: 'order - cancel',
    orderId: 's4rq-9c4h',
    customer: ['sg-21008', 'Marcus', 'Tan'],
    subject: 'cancel before the kitchen starts',
    messages: ['Ordered to my old flat by mistake. Please cancel it.'],
  },
  {
    entityId: 'FP_TH',
    language: 'tha',
    ccr: 'voucher - not accepted',
    orderId: 'h8wc-62kd',
    customer: ['th-31604', 'Malee', 'Srisuk'],
    subject: 'the voucher for new customers is refused',
    messages: ['ใช้โค้ดส่วนลดไม่ได้ค่ะ'],
  },
  {
    entityId: 'FP_SG',
    language: 'eng',
    ccr: 'order - food quality',
    orderId: 's4rq-9d7w',
    customer: ['sg-21044', 'Grace', 'Ong'],
    subject: 'the soup arrived cold',
    messages: ['The laksa was stone cold.', 'I have a photo if you need one.'],
  },
  {
    entityId: 'FP_MY',
    language: 'msa',
    ccr: 'delivery - not received',
    orderId: 'm1fj-30ua',
    customer: ['my-55871', 'Aisyah', 'Rahman'],
    subject: 'marked as delivered, nothing came',
    messages: ['Status kata sudah dihantar, tapi saya belum terima.'],
  },
  {
    entityId: 'FP_MY',
    language: 'eng',
    ccr: 'refund - where is it',
    orderId: 'm1fj-2zq8',
    customer: ['my-55213', 'Daniel', 'Raj'],
    subject: 'a refund that was promised last week',
    messages: ['You promised a refund on Monday. It is not there.'],
  },
  {
    entityId: 'FP_TH',
    language: 'eng',
    ccr: 'delivery - rider behaviour',
    orderId: 'h8wc-63vb',
    customer: ['th-31621', 'Claire', 'Dubois'],
    subject: 'the rider asked for extra money',
    messages: ['The rider wanted 40 baht more in cash. Is that right?'],
  },
];

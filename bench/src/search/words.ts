/** The words of one script: frequent ones, and syllables of which rare ones are made. */
export type Words = { frequent: readonly string[]; syllables: readonly string[]; separator: string };

const split = (text: string) => text.split(/\s+/u).filter((word) => word !== '');

/** What customers and agents write, in five scripts. */
export const scripts: Readonly<Record<string, Words>> = {
  latin: {
    frequent: split(
      `the I my order is to a and you it can for of not have your that in was with this me on number thanks please
      refund late ok we but delivery are be account item just name address received from has when would help will
      rider food cold missing wrong payment card email shipping return days back check one been still paid hello
      sorry là không đơn hàng của tôi être commande où est mon livraison bestellung nicht meine über größe`,
    ),
    syllables: split(
      `ka lo mi ter san ver dol pra ne ru shi ton bel gar wen qui fos hal ján ül dro éc pim tas ler vo chu nim ost`,
    ),
    separator: ' ',
  },
  han: {
    frequent: split(
      `的 我 訂單 是 了 不 你 在 有 好 請 嗎 沒 還 到 退款 外送 餐點 少了 一份 可以 什麼 時候 地址 錯 電話 謝謝 您好
      我的 還沒 送達 取消 付款 信用卡 折扣 問題 客服 等 很久 冷 了嗎 請問 幫我 名字 號碼 已經 收到 沒有 今天 明天`,
    ),
    syllables: Array.from(
      '天地人和山水火木金土日月年大小中上下左右東西南北門口手心目耳花草魚肉米飯麵湯茶酒雞牛豬羊菜果糖鹽油車路站店家房間床桌椅書紙筆電燈色紅黃藍白黑新舊高低長短多少開關來去出入買賣價錢元角分號碼時分秒週期',
    ),
    separator: '',
  },
  thai: {
    frequent: split(
      `ค่ะ ครับ อาหาร ไม่ ได้ สั่ง ยัง รอ นาน แล้ว ที่ ของ ให้ มา คน ส่ง คืนเงิน ออเดอร์ ผิด ช้า ขอ ช่วย หน่อย เบอร์ โทร ที่อยู่
      สวัสดี ขอบคุณ จ่าย เงิน บัตร ยกเลิก ร้าน เย็น หาย น้ำ ข้าว ไก่ หมู เมนู`,
    ),
    syllables: split(
      `กา ขี คู เง จะ ชั่ง ซ้าย ดิน ตน ถึง ทาง ธรรม นอก บ้าน ปลา ผัก ฝน พัน ฟ้า ภาพ มือ ยิ้ม รัก ลม วัด ศูนย์ สาม หก อ่าน`,
    ),
    separator: '',
  },
  arabic: {
    frequent: split(
      `من في على لم الطلب طلبي أين متى هل إلى أن مع هذا شكرا مرحبا السلام عليكم استرداد المبلغ التوصيل متأخر العنوان رقم
      الدفع بطاقة بارد ناقص خطأ لو سمحت وصل بعد قبل الآن أريد إلغاء المطعم السائق مَرْحَبًا`,
    ),
    syllables: split(`با تا ثم جا حي خر دن ذو را زي سم شا صح ضا طب ظل عا غر فا قل كا لم من نو ها وي يا`),
    separator: ' ',
  },
  devanagari: {
    frequent: split(
      `मेरा ऑर्डर है नहीं का की के में को और से यह क्या कब कहाँ मुझे दाल चाहिए रिफंड पैसे वापस डिलीवरी देर हो गई पता गलत
      नमस्ते धन्यवाद कृपया खाना ठंडा था भुगतान कार्ड रद्द करना मदद करें अभी तक मिला दिल`,
    ),
    syllables: split(`का खि गु घे चो जा झी टू ठा डे ढो ता थी दु धे नो पा फी बू भे मा यी रु ले वो शा षी सू हे क्ष त्र ज्ञ`),
    separator: ' ',
  },
};

import { describe, expect, it } from 'vitest';
import type { Desk } from '../../open-desk.ts';
import { send } from './message.ts';
import { newWord, searchFor } from './search.ts';

/**
 * Proves that a search finds what people search for in the scripts of the world, and that the marks of a snippet are
 * around whole characters. Each test sends messages with a new random word and searches for it.
 */
export const searchTexts = (desk: Desk) => {
  const { search } = searchFor(desk);
  describe('searchMessages in many scripts', () => {
    // Each text contains each of the searches, as a person reads it.
    it.each([
      [
        'case and Latin accents',
        'Crème brûlée für José',
        ['CREME', 'brulee', 'fur', 'jose', 'JOSÉ'.normalize('NFD')],
      ],
      [
        'other Latin letters',
        'Straße, łódź, smørrebrød, dağı',
        ['strasse', 'STRASSE', 'lodz', 'smorrebrod', 'dagi'],
      ],
      ['Vietnamese', 'Đơn hàng của tôi', ['don hang', 'đơn', 'cua toi', 'Đơn'.normalize('NFD')]],
      ['Turkish', 'Sipariş ısındı İSTANBUL', ['siparis', 'isindi', 'istanbul', 'İstanbul']],
      ['full width', 'ＯＲＤＥＲ １２３', ['order', '123', 'ｏｒｄｅｒ']],
      ['Greek', 'ελληνικός δρόμος', ['ελληνικος', 'ΕΛΛΗΝΙΚΟΣ', 'δρομος', 'δρόμοσ']],
      ['Cyrillic', 'Мой ёжик за́мок', ['мой', 'мой', 'ежик', 'замок']],
      ['Arabic', 'مَرْحَبًا أين الطلـــب', ['مرحبا', 'اين', 'الطلب', 'إين']],
      ['Hebrew', 'שָׁלוֹם לכם', ['שלום', 'לכם']],
      ['Hindi', 'मुझे दाल चाहिए, १२३', ['दाल', 'चाहिए', '123']],
      ['Thai', 'ขอเช็คออเดอร์น้ำหน่อย', ['ออเดอร์', 'น้ำ', 'หน่อย', 'เช็คออ', 'นํ้า']],
      ['Chinese', '我的訂單還沒到', ['訂單', '單', '還沒到', '到', '我的訂單還沒到']],
      ['Japanese', '注文したピザがﾏﾀﾞ来ない', ['注文', 'ピザ', 'ぴざ', 'まだ', '来ない', '注']],
      ['Korean', '주문이 아직 안 왔어요', ['주문', '아직', '왔어', '주문'.normalize('NFD')]],
      ['decomposed Korean', '주문이 아직'.normalize('NFD'), ['주문', '아직']],
      ['emoji', 'rider was rude 😡 👩🏽‍🍳👍🏽 🇩🇪❤️ 1️⃣', ['😡', 'rude 😡', '👍', '👍🏿', '👩‍🍳', '🇩🇪', '❤', '1']],
    ])('finds what people search for: %s', async (_, text, searches) => {
      const { customer, params } = await desk.assignedTicket();
      const word = newWord();
      await send(customer, params, { text: `${word} ${text}` });
      for (const q of searches) expect(await search(`${word} ${q}`), q).toHaveLength(1);
      for (const q of searches)
        expect(
          (await search(q, 100)).some(({ message }) => message.text === `${word} ${text}`),
          q,
        ).toBe(true);
    });

    it.each([
      ['दाल', 'मेरा दिल टूट गया'],
      ['мои', 'мой дом'],
      ['ไก', 'ขอไก่หน่อย'],
      ['單訂', '我的訂單'],
      ['訂單', '訂 單'],
      ['🇪🇩', '🇩🇪🇫🇷'],
      ['かく', 'がく'],
    ])('does not find %s in %s', async (q, text) => {
      const { customer, params } = await desk.assignedTicket();
      const word = newWord();
      await send(customer, params, { text: `${word} ${text}` });
      expect(await search(`${q} ${word}`)).toEqual([]);
      expect(await search(`"${q}" ${word}`)).toEqual([]);
    });

    it.each([
      ['訂單', '我的訂單還沒到', '我的⟦訂單⟧還沒到'],
      ['ออเดอร์', 'ขอเช็คออเดอร์หน่อย', 'ขอเช็ค⟦ออเดอร์⟧หน่อย'],
      ['हिन्दी', 'हिन्दी में', '⟦हिन्दी⟧ में'],
      ['কলা', 'কলা খাই', '⟦কলা⟧ খাই'],
      ['creme', 'crème', '⟦crème⟧'],
      ['👩', '👩🏽‍🍳!', '⟦👩🏽‍🍳⟧!'],
    ])('puts the marks of the snippet for %s around whole characters', async (q, text, snippet) => {
      const { customer, params } = await desk.assignedTicket();
      const word = newWord();
      await send(customer, params, { text: `${text} ${word}` });
      expect(await search(`${word} ${q}`)).toMatchObject([{ snippet: `${snippet} ⟦${word}⟧` }]);
    });

    it('shows the part of a long text that matches', async () => {
      const { customer, params } = await desk.assignedTicket();
      const word = newWord();
      await send(customer, params, { text: `${'中'.repeat(600)} ${word} ${'👩‍🍳'.repeat(300)}` });
      const [match] = await search(word);
      expect(match!.snippet).toMatch(new RegExp(`^…中+ ⟦${word}⟧ (👩‍🍳)+…$`, 'u'));
    });

    it('finds no word that only shares its base letters', async () => {
      const { customer, params } = await desk.assignedTicket();
      const word = newWord();
      const texts = ['मुझे दाल चाहिए', 'मेरा दिल टूट गया', 'ขายป่าไม้', 'ขายปาไม้', 'কলা খাই', 'কালো রং'];
      for (const text of texts) await send(customer, params, { text: `${word} ${text}` });
      for (const text of texts)
        for (const part of text.split(' ')) {
          const found = (await search(`${word} ${part}`)).map(({ message }) => message.text);
          expect(found, part).toEqual([`${word} ${text}`]);
        }
      expect(await search(`${word} दाल`)).toMatchObject([{ snippet: `⟦${word}⟧ मुझे ⟦दाल⟧ चाहिए` }]);
    });
  });
};

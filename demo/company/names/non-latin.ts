import type { Origin } from './origin.ts';

export const nonLatinOrigins: readonly Origin[] = [
  {
    language: 'ru',
    share: 30,
    feminine: 'Юлия|Yulia Надежда|Nadezhda Светлана|Svetlana Ярослава|Yaroslava',
    masculine: 'Дмитрий|Dmitri Фёдор|Fyodor Святослав|Svyatoslav Илья|Ilya',
    families: 'Черных|Chernykh Седых|Sedykh Гончар|Gonchar Дурново|Durnovo Живаго|Zhivago',
  },
  {
    language: 'uk',
    share: 25,
    feminine: 'Їванна|Yivanna Оксана|Oksana Мар’яна|Mariana Софія|Sofiia',
    masculine: 'Андрій|Andrii Євген|Yevhen Богдан|Bohdan Юрій|Yurii',
    families: 'Шевчук|Shevchuk Ґалаґан|Galagan Коваленко|Kovalenko Мельник|Melnyk Їжакевич|Yizhakevych',
  },
  {
    language: 'el',
    share: 30,
    feminine: 'Ελένη|Eleni Φωτεινή|Fotini Ευγενία|Evgenia Χρυσούλα|Chrysoula',
    masculine: 'Γιώργος|Giorgos Ξενοφών|Xenofon Άγγελος|Angelos Οδυσσέας|Odysseas',
    families: 'Παπαϊωάννου|Papaioannou Γεωργίου|Georgiou Αθανασίου|Athanasiou Χριστοδούλου|Christodoulou',
  },
  {
    language: 'zh',
    share: 25,
    feminine: '小雨|Xiaoyu 秀英|Xiuying 梦琪|Mengqi 靜怡|Jingyi',
    masculine: '建國|Jianguo 志强|Zhiqiang 浩然|Haoran 子轩|Zixuan',
    families: '王|Wang 陳|Chen 欧阳|Ouyang 李|Li 諸葛|Zhuge',
    order: 'familyFirstUnspaced',
  },
  {
    language: 'ja',
    share: 25,
    feminine: 'さくら|Sakura 美咲|Misaki 千尋|Chihiro ユカリ|Yukari',
    masculine: '健太|Kenta 大輔|Daisuke 翔|Sho ヒロシ|Hiroshi',
    families: '小鳥遊|Takanashi 高橋|Takahashi 渡邊|Watanabe 四月一日|Watanuki 髙島|Takashima',
    order: 'familyFirst',
  },
  {
    language: 'ko',
    share: 10,
    feminine: '서연|Seoyeon 하은|Haeun',
    masculine: '민준|Minjun 도윤|Doyun',
    families: '김|Kim 남궁|Namgung 선우|Seonu',
    order: 'familyFirstUnspaced',
  },
  {
    language: 'ar',
    share: 20,
    feminine: 'ليلى|Layla نور|Nour ياسمين|Yasmin شيماء|Shaimaa',
    masculine: 'طارق|Tariq يوسف|Yusuf إبراهيم|Ibrahim خالد|Khalid',
    families: 'الحداد|Alhaddad النجّار|Alnajjar القيسي|Alqaisi الزهراني|Alzahrani',
  },
  {
    language: 'he',
    share: 15,
    feminine: 'נועה|Noa תמר|Tamar שירה|Shira',
    masculine: 'אורי|Uri יונתן|Yonatan איתן|Eitan',
    families: 'בן־עמי|Ben-Ami אלמוג|Almog צוק־ים|Tsukyam',
  },
];

import { title } from '#src/base/title.ts';
import type { HolidayNotice } from './holiday-notice.ts';

export const HOLIDAYS_2026: HolidayNotice = {
  year: 2026,
  document: '国务院办公厅关于2026年部分节假日安排的通知（国办发明电〔2025〕7号，2025-11-04）',
  holidays: [
    { title: title('元旦', 'New Year'), from: '2026-01-01', to: '2026-01-03', workedOn: ['2026-01-04'] },
    {
      title: title('春节', 'Spring Festival'),
      from: '2026-02-15',
      to: '2026-02-23',
      workedOn: ['2026-02-14', '2026-02-28'],
    },
    { title: title('清明节', 'Qingming'), from: '2026-04-04', to: '2026-04-06', workedOn: [] },
    { title: title('劳动节', 'Labour Day'), from: '2026-05-01', to: '2026-05-05', workedOn: ['2026-05-09'] },
    { title: title('端午节', 'Dragon Boat Festival'), from: '2026-06-19', to: '2026-06-21', workedOn: [] },
    { title: title('中秋节', 'Mid-Autumn'), from: '2026-09-25', to: '2026-09-27', workedOn: [] },
    {
      title: title('国庆节', 'National Day'),
      from: '2026-10-01',
      to: '2026-10-07',
      workedOn: ['2026-09-20', '2026-10-10'],
    },
  ],
};

import { title } from '#src/base/title.ts';
import type { HolidayNotice } from './holiday-notice.ts';

export const HOLIDAYS_2025: HolidayNotice = {
  year: 2025,
  document: '国务院办公厅关于2025年部分节假日安排的通知（国办发明电〔2024〕12号，2024-11-12）',
  holidays: [
    { title: title('元旦', 'New Year'), from: '2025-01-01', to: '2025-01-01', workedOn: [] },
    {
      title: title('春节', 'Spring Festival'),
      from: '2025-01-28',
      to: '2025-02-04',
      workedOn: ['2025-01-26', '2025-02-08'],
    },
    { title: title('清明节', 'Qingming'), from: '2025-04-04', to: '2025-04-06', workedOn: [] },
    { title: title('劳动节', 'Labour Day'), from: '2025-05-01', to: '2025-05-05', workedOn: ['2025-04-27'] },
    { title: title('端午节', 'Dragon Boat Festival'), from: '2025-05-31', to: '2025-06-02', workedOn: [] },
    {
      title: title('国庆节、中秋节', 'National Day and Mid-Autumn'),
      from: '2025-10-01',
      to: '2025-10-08',
      workedOn: ['2025-09-28', '2025-10-11'],
    },
  ],
};

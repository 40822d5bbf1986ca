/** A holiday file as `npm run holidays` reads it. The arrangement is invented: the real one comes in autumn. */
export const HOLIDAY_FILE_2027 = {
  year: 2027,
  notice: { number: '国办发明电〔2026〕1号', title: '国务院办公厅关于2027年部分节假日安排的通知' },
  restDays: [
    { name: '元旦', from: '2027-01-01', to: '2027-01-03' },
    { name: '春节', from: '2027-02-05', to: '2027-02-13' },
    { name: '国庆节', from: '2027-10-01', to: '2027-10-07' },
  ],
  swappedWorkdays: [
    { date: '2027-01-09', for: '元旦' },
    { date: '2027-02-14', for: '春节' },
  ],
};

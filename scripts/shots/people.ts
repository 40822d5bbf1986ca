/** Who calls in the pictures. Every name, number and place is invented. */
export type Caller = {
  readonly name: string;
  readonly phone: string;
  readonly respondent: string;
  readonly told: string;
  readonly window?: { readonly from: string; readonly to: string };
};

export const CALLERS = {
  moving: {
    name: '许静安',
    phone: '13800006821',
    respondent: '魏大勇',
    told: '结婚十三年一直挨打，多次被掐住脖子。昨晚他说敢离婚就杀了我全家，我趁他睡着跑到妹妹家。',
    window: { from: '19:00', to: '21:00' },
  },
  tonight: {
    name: '温如玉',
    phone: '13900001234',
    respondent: '贺铁山',
    told: '他刚刚砸了门出去，说回来就要我的命。我把自己和孩子锁在卧室里。',
  },
  whispering: {
    name: '柳知秋',
    phone: '13700004410',
    respondent: '石建军',
    told: '他在隔壁房间，我不能大声。',
    window: { from: '12:00', to: '13:30' },
  },
  eveningOnly: {
    name: '叶子衿',
    phone: '13600007752',
    respondent: '孟庆国',
    told: '白天他在家，只有晚上下夜班时能接电话。',
    window: { from: '22:00', to: '23:30' },
  },
  student: {
    name: '杜若兰',
    phone: '13500002096',
    respondent: '冯志强',
    told: '分手以后他天天到宿舍楼下等我。',
  },
  mother: {
    name: '苗青禾',
    phone: '13300008863',
    respondent: '邱大海',
    told: '他喝了酒就打我和女儿，前天用皮带。',
  },
  widow: {
    name: '罗玉芬',
    phone: '13200005517',
    respondent: '罗小兵',
    told: '儿子要钱不给就推搡我，摔断过手腕。',
  },
  teacher: {
    name: '沈若溪',
    phone: '13100003348',
    respondent: '唐文彬',
    told: '他把我的工资卡和身份证都收走了。',
  },
  seller: {
    name: '白露',
    phone: '15000009021',
    respondent: '雷金宝',
    told: '我在市场摆摊，他来掀过两次摊子。',
  },
  nurse: {
    name: '宋清越',
    phone: '15100006630',
    respondent: '韩立新',
    told: '离婚半年了，他还是半夜来敲门。',
  },
  farmer: {
    name: '田小满',
    phone: '15200001175',
    respondent: '葛长河',
    told: '他不让我回娘家，回去一次打一次。',
  },
  clerk: {
    name: '方竹君',
    phone: '15300007984',
    respondent: '陆海峰',
    told: '他把我推下过楼梯，邻居报过警。',
  },
  driver: {
    name: '江小渔',
    phone: '15500002258',
    respondent: '马占奎',
    told: '他跟踪我上下班，在单位门口拦我。',
  },
  baker: {
    name: '林半夏',
    phone: '15600004493',
    respondent: '高振东',
    told: '他把店里的东西都砸了，说下次就是砸我。',
  },
  pianist: {
    name: '许知微',
    phone: '15700008816',
    respondent: '梁伯韬',
    told: '他不让我出门工作，手机每天要检查。',
  },
  tailor: {
    name: '顾南絮',
    phone: '15800003367',
    respondent: '严守田',
    told: '他打我，也当着孩子的面打我妈妈。',
  },
} as const satisfies Readonly<Record<string, Caller>>;

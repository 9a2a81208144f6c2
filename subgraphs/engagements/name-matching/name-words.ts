/** What the words of manufacturers' names mean, folded as `readName` folds them: lower case, simplified Chinese. */

const words = (list: string) => new Set(list.split(/\s+/).filter(Boolean));

/** Legal forms, which do not distinguish firms. */
export const LEGAL_FORMS = words(`
	inc incorporated llc llp lllp lp pllc ltd limited co corp corporation company plc
	gmbh ag kg ohg sa sas sarl srl bv nv pty pte oy aps kk liability
`);

/** Chinese legal forms at the end of a name. */
export const CHINESE_LEGAL_FORM =
	/(股份有限公司|有限责任公司|有限公司|股份公司|总公司|公司|有限合伙|普通合伙|合伙企业)$/u;

const PAIRS = `
	mfg manufacturing, mfrg manufacturing, mnfg manufacturing, manuf manufacturing, mfr manufacturer,
	mfrs manufacturers, intl international, natl national, amer american, engrg engineering, engr engineering,
	svc service, svcs services, sys systems, assoc associates, assocs associates, bros brothers, equip equipment,
	eqpt equipment, prod products, prods products, ind industries, inds industries, indl industrial, lab laboratories,
	labs laboratories, ctr center, univ university, matl material, matls materials, grp group, hldgs holdings,
	ent enterprises, mach machine, pkg packaging, tech technologies, eng engineering, elec electric, chem chemical,
	st saint, mt mount, ft fort, mtn mountain,
	aluminium aluminum, mould mold, moulds molds, moulding molding, mouldings moldings, centre center, fibre fiber,
	fibres fibers, tyre tire, tyres tires, colour color, colours colors, grey gray
`;

/** How words are shortened, or spelled in British English, and what they stand for. */
export const SPELLED_OUT = new Map(
	PAIRS.split(",").map((pair) => pair.trim().split(" ") as [string, string]),
);

/** Short forms that are words of their own where a name begins with them: "Tech Etch", "Lab Glass". */
export const WORDS_AT_FIRST = words(
	"tech lab labs eng prod ind ent mach elec chem sys assoc equip",
);

/** Words that say what a firm makes or is, and are shared by many firms. */
export const DESCRIBING = words(`
	manufacturing manufacturer industries technologies technical systems solutions products production group holdings
	enterprises international national global american america usa us united general advanced quality precision superior
	custom allied standard premier modern professional universal services service center works shop plant facility division
	associates brothers sons sohne gebruder hijos fils partners design designs engineering research development laboratories company
	machine machining tool tooling die dies mold molding casting foundry forge forging fabrication fabricating stamping
	milling turning grinding welding plating coating finishing heat treating metal metals steel iron aluminum brass copper
	alloy plastics plastic polymer powder rubber composites ceramics glass wood timber paper textile textiles fabric fiber felt leather
	chemical paint electronics electric electrical semiconductor optics optical photonics laser instruments controls control
	automation robotics sensors battery batteries power energy solar motor motors pump pumps valve valves gear gears bearing
	bearings spring springs wire cable tube tubing pipe fastener fasteners screw bolt seal seals gasket filter filters
	equipment furniture cabinet packaging print printing signs label labels food foods beverage coffee bakery meat farms
	medical pharmaceutical aerospace aviation marine automotive truck trailer chassis wheel extrusions mills furnace
	sheet components parts assembly materials supply synthetic freight
`);

const han = (list: string) => list.split(/\s+/).filter(Boolean);

/** The same in Chinese. */
export const CHINESE_DESCRIBING = han(`
	集团 控股 科技 技术 工业 实业 制造 产业 企业 机械 机电 机床 模具 精密 精工 重工 轻工 电子 电器 电气 电力 电机 电缆 光电 光学
	半导体 微电子 信息 通信 软件 网络 智能 自动化 机器人 装备 设备 仪器 仪表 材料 新材料 金属 钢铁 铝业 铜业 有色 铸造 锻造
	冲压 焊接 塑料 塑胶 橡胶 轮胎 化工 化学 涂料 纤维 纺织 服装 皮革 造纸 包装 印刷 玻璃 陶瓷 建材 木业 家具 家居 家电 食品
	饮料 啤酒 农业 医药 制药 药业 医疗 生物 器械 能源 新能源 电池 太阳能 环保 汽车 零部件 配件 车辆 机车 铁路 轨道 交通 航空
	航天 船舶 海洋 泵业 阀门 齿轮 轴承 弹簧 紧固件 五金 工具 贸易 国际 发展 研究院 研究所 工程 服务 中心 厂 工厂
`);

/** Places that Chinese names begin with, or name in brackets: the country, provinces, and cities that make things. */
export const CHINESE_PLACES = han(`
	中国 北京 上海 天津 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州
	云南 陕西 甘肃 青海 台湾 内蒙古 广西 西藏 宁夏 新疆 香港 澳门 青岛 济南 烟台 潍坊 淄博 威海 临沂 沈阳 大连 长春 哈尔滨
	石家庄 唐山 太原 南京 苏州 无锡 常州 南通 徐州 扬州 昆山 杭州 宁波 温州 绍兴 嘉兴 台州 金华 合肥 芜湖 福州 厦门 泉州
	南昌 郑州 洛阳 武汉 长沙 株洲 广州 深圳 东莞 佛山 珠海 中山 惠州 南宁 柳州 海口 成都 绵阳 贵阳 昆明 西安 宝鸡 兰州
	乌鲁木齐 台北 新北 桃园 台中 新竹 台南 高雄
`);

/** States of the US whose names are one word, and what else names a part of the world, as it stands in names. */
export const PLACES = words(`
	alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois indiana
	iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska
	nevada ohio oklahoma oregon pennsylvania tennessee texas utah vermont virginia washington wisconsin wyoming
`);

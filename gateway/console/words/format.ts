/** Formats of numbers and dates, by language ("en" or "zh"). */

const UNITS_OF_MONEY: Record<string, string> = { usd: "USD", cny: "CNY", eur: "EUR" };

export function formatNumber(language: string, value: number): string {
	const maximumFractionDigits = Math.abs(value) < 100 ? 2 : 0;
	return new Intl.NumberFormat(language, { maximumFractionDigits }).format(value);
}

/** A short number for tight places: 16.2B, 162亿. */
export function formatShort(language: string, value: number): string {
	const options = { notation: "compact", maximumFractionDigits: 1 } as const;
	return Math.abs(value) < 100_000
		? formatNumber(language, value)
		: new Intl.NumberFormat(language, options).format(value);
}

/** A value with its unit, as the hub names units: "usd", "percent", "count", "ratio", "usd_per_usd". */
export function formatValue(
	language: string,
	value: number,
	unit: string | null | undefined,
): string {
	const currency = UNITS_OF_MONEY[(unit ?? "").toLowerCase().split("_per_")[0] ?? ""];
	if (currency) {
		const isShort = Math.abs(value) >= 100_000;
		return new Intl.NumberFormat(language, {
			style: "currency",
			currency,
			currencyDisplay: "narrowSymbol",
			notation: isShort ? "compact" : "standard",
			maximumFractionDigits: isShort || Math.abs(value) < 1000 ? 2 : 0,
			minimumFractionDigits: 0,
		}).format(value);
	}
	// A year is no quantity: it has no separator.
	if (unit === "year") return String(value);
	if (unit === "share") return `${formatNumber(language, value * 100)}%`;
	if (unit === "percent") return `${formatNumber(language, value)}%`;
	return formatNumber(language, value);
}

/** A date as precise as its source: "2018", "2018-03" or "2018-03-07"; anything else as it is. */
export function formatDate(language: string, date: string): string {
	const parts = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(date.slice(0, 10));
	if (!parts?.[2]) return date;
	const [year, month, day] = parts.slice(1).map(Number);
	const options: Intl.DateTimeFormatOptions = { year: "numeric", month: "short", timeZone: "UTC" };
	if (parts[3]) options.day = "numeric";
	return new Intl.DateTimeFormat(language, options).format(
		Date.UTC(year ?? 0, (month ?? 1) - 1, day || 1),
	);
}

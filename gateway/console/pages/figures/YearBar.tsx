import { useWords } from "../../words/use-words.ts";
import { type Year, yearsUntil } from "./evaluation-address.ts";
import look from "./FilterBar.module.css";

type Props = { year: Year; onChange: (year: Year) => void };

const KINDS = ["fiscalYear", "calendarYear"] as const;

/** Which year is evaluated, and whether it is a fiscal or calendar year. */
export function YearBar({ year, onChange }: Props) {
	const t = useWords();
	const kind = "fiscalYear" in year ? "fiscalYear" : "calendarYear";
	const number = "fiscalYear" in year ? year.fiscalYear : year.calendarYear;
	const years = new Set([...yearsUntil(new Date().getFullYear()), number]);
	const yearOf = (name: string, value: number): Year =>
		name === "fiscalYear" ? { fiscalYear: value } : { calendarYear: value };
	return (
		<div className={look.bar}>
			<select
				aria-label={t("figures.year-kind")}
				value={kind}
				onChange={({ target }) => onChange(yearOf(target.value, number))}
			>
				{KINDS.map((name) => (
					<option key={name} value={name}>
						{t(`figures.year-kind.${name}`)}
					</option>
				))}
			</select>
			<select
				aria-label={t("figures.year")}
				value={number}
				onChange={({ target }) => onChange(yearOf(kind, Number(target.value)))}
			>
				{[...years].map((one) => (
					<option key={one} value={one}>
						{one}
					</option>
				))}
			</select>
			<p className="quiet">{t(`figures.year-kind.note.${kind}`)}</p>
		</div>
	);
}

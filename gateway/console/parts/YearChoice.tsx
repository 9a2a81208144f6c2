import { useWords } from "../words/use-words.ts";
import type { Year } from "./known-years.ts";

type Props = {
	/** What the year is chosen for, read out. */
	of: string;
	year: Year;
	years: readonly number[];
	onChoose: (year: Year) => void;
};

const idOf = ({ kind, year }: Year) => `${kind} ${year}`;

/** A fiscal or calendar year to choose. */
export function YearChoice({ of, year, years, onChoose }: Props) {
	const t = useWords();
	const offered = years.includes(year.year) ? years : [year.year, ...years];
	return (
		<label className="screen-only">
			<span className="quiet">
				{t("profile.year")}
				<span className="unseen">: {of}</span>
			</span>{" "}
			<select
				value={idOf(year)}
				onChange={({ target }) => {
					const [kind, chosen] = target.value.split(" ");
					onChoose({ kind: kind as Year["kind"], year: Number(chosen) });
				}}
			>
				{(["fiscal", "calendar"] as const).map((kind) => (
					<optgroup key={kind} label={t(`profile.year.${kind}`)}>
						{offered.map((one) => (
							<option key={one} value={idOf({ kind, year: one })}>
								{t(`profile.year.of.${kind}`, { year: String(one) })}
							</option>
						))}
					</optgroup>
				))}
			</select>
		</label>
	);
}

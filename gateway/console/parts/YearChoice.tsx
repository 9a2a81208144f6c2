import { useWords } from "../words/use-words.ts";

type Props = {
	/** What the year is chosen for, read out. */
	of: string;
	year: number;
	years: readonly number[];
	onChoose: (year: string) => void;
};

/** A fiscal year to choose. */
export function YearChoice({ of, year, years, onChoose }: Props) {
	const t = useWords();
	const offered = years.includes(year) ? years : [year, ...years];
	return (
		<label className="screen-only">
			<span className="quiet">
				{t("profile.year")}
				<span className="unseen">: {of}</span>
			</span>{" "}
			<select value={year} onChange={({ target }) => onChoose(target.value)}>
				{offered.map((one) => (
					<option key={one} value={one}>
						{one}
					</option>
				))}
			</select>
		</label>
	);
}

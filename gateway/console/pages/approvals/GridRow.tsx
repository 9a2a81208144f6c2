import { memo } from "react";
import { KindMark } from "../../parts/KindMark.tsx";
import { useWords } from "../../words/use-words.ts";
import look from "./Approvals.module.css";
import { Marks } from "./Marks.tsx";
import { useRowWords } from "./row-words.ts";
import type { Mark, Waiting } from "./worklist.ts";

type Props = {
	row: Waiting;
	index: number;
	mark: Mark | undefined;
	isChosen: boolean;
	isCurrent: boolean;
	isOpenBeside: boolean;
	canBeChosen: boolean;
};

/** One record that waits; the table hears what is pressed in it. Drawn again only where it changed: there may be hundreds. */
export const GridRow = memo(function GridRow(props: Props) {
	const { row, index, mark, isChosen, isCurrent, isOpenBeside, canBeChosen } = props;
	const t = useWords();
	const { place, subject, day, days, choose } = useRowWords(row);
	return (
		<tr
			// The head is the first row.
			aria-rowindex={index + 2}
			aria-selected={isChosen}
			tabIndex={isCurrent ? 0 : -1}
			data-id={row.id}
			className={isOpenBeside ? look.beside : undefined}
		>
			<td>
				<label className={look.box}>
					<input
						type="checkbox"
						tabIndex={-1}
						checked={isChosen}
						disabled={!canBeChosen}
						aria-label={choose}
						// The table chooses by the click, which knows of Shift.
						readOnly
					/>
				</label>
			</td>
			<th scope="row">
				<button type="button" tabIndex={-1} className={look.name} aria-expanded={isOpenBeside}>
					{row.sme.name}
				</button>
				<span className="quiet">{place}</span>
				<Marks row={row} mark={mark} />
			</th>
			<td>
				<KindMark kind={row.kind} />
				{subject && <span className="quiet">{subject}</span>}
			</td>
			<td>{day}</td>
			<td className={look.person}>{row.loggedBy}</td>
			<td>{days === undefined ? null : t("approvals.days", { days })}</td>
		</tr>
	);
});

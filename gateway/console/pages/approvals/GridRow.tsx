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
	onToggle: (row: Waiting, isRange: boolean) => void;
	onOpen: (row: Waiting) => void;
	onCurrent: (row: Waiting) => void;
};

/** One record that waits. */
export function GridRow({ row, index, mark, isChosen, isCurrent, canBeChosen, ...on }: Props) {
	const t = useWords();
	const { place, subject, day, days, choose } = useRowWords(row);
	return (
		<tr
			// The head is the first row.
			aria-rowindex={index + 2}
			aria-selected={isChosen}
			tabIndex={isCurrent ? 0 : -1}
			className={on.isOpenBeside ? look.beside : undefined}
			onFocus={() => on.onCurrent(row)}
		>
			<td>
				<label className={look.box}>
					<input
						type="checkbox"
						tabIndex={-1}
						checked={isChosen}
						disabled={!canBeChosen}
						aria-label={choose}
						// Told before the change, which knows nothing of Shift.
						onClick={({ shiftKey }) => on.onToggle(row, shiftKey)}
						onChange={() => undefined}
					/>
				</label>
			</td>
			<th scope="row">
				<button
					type="button"
					tabIndex={-1}
					className={look.name}
					aria-expanded={on.isOpenBeside}
					onClick={() => on.onOpen(row)}
				>
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
}

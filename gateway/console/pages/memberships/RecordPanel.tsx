import { useRef, useState } from "react";
import { Panel } from "../../parts/Panel.tsx";
import type { Search } from "../../parts/view-address.ts";
import form from "../../parts/WorkForm.module.css";
import { useWords } from "../../words/use-words.ts";
import { RecordForm } from "./RecordForm.tsx";

/** Recording a membership: the form when it is asked for, and what was recorded last. */
export function RecordPanel({ says }: { says: Search }) {
	const t = useWords();
	const [isOpen, setOpen] = useState(false);
	const [done, setDone] = useState<{ sme: string; institute: string }>();
	const opener = useRef<HTMLButtonElement>(null);
	const close = () => {
		setOpen(false);
		// The form had the focus.
		requestAnimationFrame(() => opener.current?.focus());
	};
	return (
		<Panel title={t("memberships.record")}>
			<div role="status">
				{done && <p className={form.done}>{t("memberships.recorded", done)}</p>}
			</div>
			{isOpen ? (
				<RecordForm
					says={says}
					onDone={(names) => {
						setDone(names);
						close();
					}}
					onCancel={close}
				/>
			) : (
				<button ref={opener} type="button" className="action first" onClick={() => setOpen(true)}>
					{t("memberships.record.ask")}
				</button>
			)}
		</Panel>
	);
}

import { useState } from "react";
import { useSession } from "../session/use-session.ts";
import { useWords } from "../words/use-words.ts";
import look from "./ChangeTimeline.module.css";
import { ChangeTimeline } from "./ChangeTimeline.tsx";

/** Those who may see the changes of some records. */
const INSIDERS: ReadonlySet<string> = new Set(["FIELD_STAFF", "CENTER_MANAGER", "PROGRAM_OFFICE"]);

type Props = {
	id: string;
	/** What is unfolded; "Changes of the record" if it is left out. */
	title?: string;
};

/** The changes of a record among others, asked for when it is unfolded; absent for those who may see none. */
export function ChangesFold({ id, title }: Props) {
	const t = useWords();
	const { viewer } = useSession();
	const [isOpen, setOpen] = useState(false);
	if (!viewer || !INSIDERS.has(viewer.role)) return null;
	return (
		<details className={look.fold} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
			<summary>{title ?? t("changes.title")}</summary>
			{isOpen && <ChangeTimeline id={id} />}
		</details>
	);
}

import type { ReactNode } from "react";
import look from "./ProfileHead.module.css";
import { usePageTitle } from "./page-title.ts";

type Props = {
	/** What it is, with the way to others of its kind. */
	kind: ReactNode;
	/** Its name; undefined while it is not known. */
	name: string | undefined;
	/** What stands for the name until then, and where it is missing. */
	id: string;
	/** Its other names. */
	also?: ReactNode;
};

/** The head of a profile; the document is named after it. */
export function ProfileHead({ kind, name, id, also }: Props) {
	usePageTitle(name);
	return (
		<div className={look.head}>
			<p className="quiet">{kind}</p>
			<h1>{name ?? id}</h1>
			{also && <p className={look.also}>{also}</p>}
		</div>
	);
}

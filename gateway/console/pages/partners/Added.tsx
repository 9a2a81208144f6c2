import look from "./AddedPanel.module.css";
import type { Addition } from "./additions.ts";
import { TryField } from "./TryField.tsx";
import { TypeOwner } from "./TypeOwner.tsx";

type Props = {
	addition: Addition;
	/** The partner whose type it is, null where it is the hub's. */
	owner: string | null;
	partnerId: string;
	isServed: boolean;
};

/** The fields that a partner adds to one type, with how to ask them. */
export function Added({ addition, owner, partnerId, isServed }: Props) {
	const { type, fields } = addition;
	return (
		<div>
			<TypeOwner type={type} owner={owner} partnerId={partnerId} />
			<dl className={look.details}>
				{fields.map(({ name, signature, description, example }) => (
					<div key={name}>
						<dt>{signature}</dt>
						<dd>
							{description}
							{example && isServed && <TryField query={example} />}
						</dd>
					</div>
				))}
			</dl>
		</div>
	);
}

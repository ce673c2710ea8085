-- Digests and what somebody has switched off are both found by the recipient of what still waits.
drop index dispatch_digest;
create index dispatch_waiting on dispatch (recipient_key, digest_at) where state = 'PLANNED';

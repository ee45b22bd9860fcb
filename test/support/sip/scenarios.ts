const sdp = `v=0
o=- 1 1 IN IP4 [local_ip]
s=-
c=IN IP4 [media_ip]
t=0 0
m=audio [auto_media_port] RTP/AVP 8 101
a=rtpmap:8 PCMA/8000
a=rtpmap:101 telephone-event/8000
a=fmtp:101 0-15
a=ptime:20
`;

/** Calls, plays its script, and waits to be hung up on; after `patienceMs` it hangs up by itself. */
export function callerScenario({ from, recording, patienceMs }: { from: string; recording: string; patienceMs: number }): string {
  const head = (method: string, to = '') => `Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch]
From: <sip:${from}@[local_ip]:[local_port]>;tag=[pid]S[call_number]
To: <sip:[service]@[remote_ip]:[remote_port]>${to}
Call-ID: [call_id]
CSeq: ${method === 'BYE' ? 2 : 1} ${method}
Contact: <sip:sipp@[local_ip]:[local_port]>
Max-Forwards: 70`;
  const address = 'sip:[service]@[remote_ip]:[remote_port] SIP/2.0';
  return scenario(`
${send(`INVITE ${address}\n${head('INVITE')}\nContent-Type: application/sdp\nContent-Length: [len]\n\n${sdp}`, ' retrans="500"')}
<recv response="100" optional="true"/>
<recv response="180" optional="true"/>
<recv response="183" optional="true"/>
<recv response="200" rtd="true"/>
${send(`ACK ${address}\n${head('ACK', '[peer_tag_param]')}\nContent-Length: 0`)}
<nop><action><exec play_pcap_audio="${recording}"/></action></nop>
<recv request="BYE" timeout="${patienceMs}" ontimeout="enough" next="end"/>
<label id="enough"/>
${send(`BYE ${address}\n${head('BYE', '[peer_tag_param]')}\nContent-Length: 0`, ' retrans="500"')}
<recv response="200" next="over"/>
<label id="end"/>
${send(answer('200 OK'))}
<label id="over"/>
<nop/>`);
}

/** An officer's telephone that rings, is answered after `ringMs`, plays its recording and waits to be hung up on. */
export function answeringScenario({ ringMs, recording }: { ringMs: number; recording: string }): string {
  const taken = answer('200 OK', ';tag=[call_number]').replace('Content-Length: 0', 'Content-Type: application/sdp\nContent-Length: [len]');
  return scenario(`
<recv request="INVITE"/>
${send(answer('180 Ringing', ';tag=[call_number]'))}
<pause milliseconds="${ringMs}"/>
${send(`${taken}\n\n${sdp}`, ' retrans="500"')}
<recv request="ACK"/>
<nop><action><exec play_pcap_audio="${recording}"/></action></nop>
<recv request="BYE"/>
${send(answer('200 OK'))}`);
}

/** One that rings and rings. */
export function ringingScenario(): string {
  return scenario(`
<recv request="INVITE"/>
${send(answer('180 Ringing', ';tag=[call_number]'))}
<recv request="CANCEL"/>
${send(answer('200 OK'))}
${send(`SIP/2.0 487 Request Terminated
[last_Via:]
[last_From:]
[last_To:];tag=[call_number]
[last_Call-ID:]
CSeq: [cseq] INVITE
Content-Length: 0`)}
<recv request="ACK"/>`);
}

function answer(status: string, tag = ''): string {
  return `SIP/2.0 ${status}
[last_Via:]
[last_From:]
[last_To:]${tag}
[last_Call-ID:]
[last_CSeq:]
Contact: <sip:[local_ip]:[local_port]>
Content-Length: 0`;
}

function send(message: string, attributes = ''): string {
  return `<send${attributes}><![CDATA[\n${message}\n${message.includes('v=0') ? '' : '\n'}]]></send>`;
}

function scenario(steps: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<scenario name="motcua">${steps}\n</scenario>\n`;
}

CREATE TABLE `acc` (
  `id` int(11) NOT NULL,
  `method` char(64) NOT NULL DEFAULT '',
  `from_tag` char(64) NOT NULL DEFAULT '',
  `to_tag` char(64) NOT NULL DEFAULT '',
  `callid` char(64) NOT NULL DEFAULT '',
  `sip_code` char(64) NOT NULL DEFAULT '',
  `sip_reason` char(64) NOT NULL DEFAULT '',
  `time` datetime DEFAULT NULL,
  `duration` int(11) NOT NULL,
  `ms_duration` int(11) NOT NULL,
  `setuptime` int(11) NOT NULL,
  `created` datetime DEFAULT NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB;
INSERT INTO `acc` VALUES (1,'INVITE','ft0','tt0','call-0@192.0.2.10','200','OK','2026-03-02 12:00:00',60,59750,0,'2026-03-02 12:00:00'),(2,'INVITE','ft1','tt1','call-1@192.0.2.10','486','Busy Here','2026-03-02 12:01:00',0,0,0,'2026-03-02 12:01:00'),(3,'INVITE','ft2','tt2','call-2@192.0.2.10','503','Service Unavailable','2026-03-02 12:02:00',0,0,0,'2026-03-02 12:02:00');
